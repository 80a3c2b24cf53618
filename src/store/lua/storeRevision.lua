--[[
Stores an article's body as a new revision unless its newest revision has the same content.
KEYS  1 body (hash rev, h, id, u, b:<rev>)
ARGV  1 content hash  2 body (deflated JSON)  3 time to live (ms)  4 revisions to keep  5 id  6 url key or ''
Out   {revision, outcome}: outcome 0 unchanged, 1 created, 2 revised
]]
local body = KEYS[1]
local hash, json, ttlMs, keep = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local current = redis.call('HMGET', body, 'rev', 'h')
local revision = tonumber(current[1] or '0')
redis.call('PEXPIRE', body, ttlMs)
if revision > 0 and current[2] == hash then return { revision, 0 } end

revision = revision + 1
redis.call('HSET', body, 'rev', revision, 'h', hash, 'b:' .. revision, json)
if revision > keep then redis.call('HDEL', body, 'b:' .. (revision - keep)) end
if revision == 1 then
  -- The names that upkeep takes away with it; later ones are in the ledger.
  redis.call('HSET', body, 'id', ARGV[5], 'u', ARGV[6])
  redis.call('PEXPIRE', body, ttlMs)
  return { revision, 1 }
end
return { revision, 2 }
