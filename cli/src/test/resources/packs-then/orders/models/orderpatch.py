from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass
class OrderPatch:
    status: OrderStatus  # status, optional
    shipping_address: Address  # shippingAddress, optional
    note: str | None  # note, optional
    requested_delivery: date  # requestedDelivery, optional
