"""The feedback report (還元資料): an institution's report with its comparison group beside it."""
