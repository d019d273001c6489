import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { orders } from '#fhir/orders.ts';
import { orderList } from './order-list.tsx';

/** Orders and referrals, and what is ordered NOT to be done. */
export function Orders(): ReactNode {
  return <ListSection section="orders" kind={orders} shape={orderList} />;
}
