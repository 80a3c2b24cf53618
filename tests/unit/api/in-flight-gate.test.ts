import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { limitInFlight } from '../../../src/api/in-flight-gate';

describe('limitInFlight', () => {
  test('refuses the one too many until another is done, and does not count what stays open', () => {
    const gate = limitInFlight(2, (path) => path !== '/open');
    const enter = (path: string): EventEmitter => {
      const res = new EventEmitter();
      let passed = false;
      void gate({ path } as Request, res as unknown as Response, () => (passed = true));
      expect(passed).toBe(true);
      return res;
    };
    const first = enter('/a');
    enter('/b');
    enter('/open');
    expect(() => enter('/c')).toThrow('try again in 1 s');
    first.emit('close');
    enter('/c');
    expect(() => enter('/d')).toThrow('try again');
  });
});
