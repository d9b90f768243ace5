"""The aggregate of a campaign: for publication, and in a restricted edition for its issuer."""
