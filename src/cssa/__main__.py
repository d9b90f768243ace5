"""Run the command line with ``python -m cssa``."""

import sys

from cssa.cli.main import main

sys.exit(main())
