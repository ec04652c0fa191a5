from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass
class Product:
    id: UUID  # id, optional
    sku: str  # sku
    name: str  # name
    description: str | None  # description, optional
    category: Category  # category
    price: Money  # price
    available: bool  # available, optional
