"""`python -m generator`."""

import sys

from generator.cli import main
from generator.garbage import collect_seldom

collect_seldom()
sys.exit(main())
