"""The parts of the report's workbook, one module for each sheet."""
