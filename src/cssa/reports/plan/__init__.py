"""The plan as a document: page, workbook, calendar and data."""
