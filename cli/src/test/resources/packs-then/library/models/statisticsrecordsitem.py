from __future__ import annotations

from dataclasses import dataclass


@dataclass
class StatisticsRecordsItem:
    month: str  # month
    item: str  # item
    loans: int  # loans
