"""The gate: an assessment checked against the policy that an institution sets itself."""
