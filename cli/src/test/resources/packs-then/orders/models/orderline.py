from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass
class OrderLine:
    id: UUID  # id, optional
    product_id: UUID  # productId
    quantity: int  # quantity
    price: Money  # price, optional
