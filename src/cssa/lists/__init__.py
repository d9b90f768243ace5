"""Lists that an issuer keeps: roster and receipts."""
