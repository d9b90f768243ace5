"""What is shown beside a checklist: crosswalks to other documents."""
