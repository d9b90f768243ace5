"""Following up: query letters, the replies to them, and a case for each institution."""
