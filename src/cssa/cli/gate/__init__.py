"""``cssa gate``: its command line, its outputs, and the results that it compares with and keeps."""
