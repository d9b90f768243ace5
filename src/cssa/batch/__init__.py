"""Many institutions' files in, reports, returns and a ledger out."""
