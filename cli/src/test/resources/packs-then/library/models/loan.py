from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from datetime import datetime


@dataclass
class Loan:
    id: int  # id
    item: str  # item
    since: datetime  # since
    until: date  # until
    returned: datetime | None  # returned, optional
