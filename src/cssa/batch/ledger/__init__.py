"""受付管理簿: what became of every file received and of every institution expected."""
