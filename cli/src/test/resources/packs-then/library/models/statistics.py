from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Statistics:
    loans: dict[str, int]  # loans
    records: list[StatisticsRecordsItem]  # records
    share: float  # share, optional
