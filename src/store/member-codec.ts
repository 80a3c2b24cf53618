import { type Member, PROBABILITY_STEPS } from '../matching/story-view';
import { CorruptRecord } from './corrupt-record';

const VERSION = 1;
const HEAD_BYTES = 15;
const EDGE_BYTES = 7;

/** 15 bytes and 7 an edge: version, revision, probability, joined at, number of edges; ordinal, revision (mod 256), probability. */
export function encodeMember(member: Member): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES + EDGE_BYTES * member.edges.length);
  bytes.writeUInt8(VERSION, 0);
  bytes.writeUInt32LE(member.revision, 1);
  bytes.writeUInt16LE(Math.round(member.probability * PROBABILITY_STEPS), 5);
  bytes.writeUIntLE(member.joinedAtMs, 7, 6);
  bytes.writeUInt16LE(member.edges.length, 13);
  member.edges.forEach((edge, i) => {
    const at = HEAD_BYTES + EDGE_BYTES * i;
    bytes.writeUInt32LE(edge.ordinal, at);
    bytes.writeUInt8(edge.revision & 0xff, at + 4);
    bytes.writeUInt16LE(Math.round(edge.probability * PROBABILITY_STEPS), at + 5);
  });
  return bytes;
}

/** A member as it is read back: probabilities in the steps that are kept. */
export const asStored = (member: Member): Member => decodeMember('', member.ordinal, encodeMember(member));

/** Reads a member record. Throws CorruptRecord naming key and field. */
export function decodeMember(key: string, ordinal: number, bytes: Buffer): Member {
  const field = `m:${ordinal}`;
  if (bytes.length > 0 && bytes[0] !== VERSION)
    throw new CorruptRecord(key, field, `it has form ${bytes[0]}, of a later version of Storyfold`);
  if (bytes.length < HEAD_BYTES) throw new CorruptRecord(key, field, 'wrong length');
  const count = bytes.readUInt16LE(13);
  if (bytes.length !== HEAD_BYTES + EDGE_BYTES * count) throw new CorruptRecord(key, field, 'wrong length');
  const edges = Array.from({ length: count }, (_, i) => {
    const at = HEAD_BYTES + EDGE_BYTES * i;
    return {
      ordinal: bytes.readUInt32LE(at),
      revision: bytes.readUInt8(at + 4),
      probability: bytes.readUInt16LE(at + 5) / PROBABILITY_STEPS,
    };
  });
  return {
    ordinal,
    revision: bytes.readUInt32LE(1),
    probability: bytes.readUInt16LE(5) / PROBABILITY_STEPS,
    joinedAtMs: bytes.readUIntLE(7, 6),
    edges,
  };
}
