import type { Progress } from './job.ts';

/** What an export tells while it runs. */
export type ExportEvent =
  | { readonly kind: 'begun' | 'resumed'; readonly folder: string }
  | { readonly kind: 'preparing'; readonly progress: Progress }
  | { readonly kind: 'fetching'; readonly files: number; readonly done: number }
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'file'; readonly name: string; readonly done: number; readonly files: number };
