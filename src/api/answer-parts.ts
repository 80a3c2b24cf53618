import { z } from 'zod';

// What several answers have in common.

export const time = z.string().meta({ format: 'date-time' });

export const probability = z.number().min(0).max(1);

export const articleIds = z.array(z.string());

export const source = z.object({ name: z.string(), id: z.string().optional(), group: z.string().optional() });

const cursor = z.string().nullable().describe('Give as cursor for the next page; null on the last');

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: cursor });

export const role = z.enum(['origin', 'reprint', 'rewrite', 'extension', 'update']);
