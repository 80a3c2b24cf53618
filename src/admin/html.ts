import htm from 'htm';
import { h, type VNode } from 'preact';

/** Builds virtual nodes from a template. What is put in becomes a text node or a property, never markup. */
export const html = htm.bind(h) as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

/** What a component may show: nodes, text, or nothing. */
export type View = VNode | null;
