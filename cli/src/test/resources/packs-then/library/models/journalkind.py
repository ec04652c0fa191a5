from enum import Enum


class JournalKind(Enum):
    JOURNAL = "journal"
