"""Results of several days beside one another: page, workbook and data."""
