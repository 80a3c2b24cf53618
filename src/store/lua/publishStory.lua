--[[
Stores a story's document, its version and its events together, so that none exists without the others.
KEYS  1 dirty (zset)  2 events (stream)  3 by:updated  4 by:first  5 by:size  Story keys are reached by prefix.
ARGV  1 prefix  2 story  3 ledger version built from  4 ledger version published before (0 none)
      5 public version  6 document (deflated) or '' to publish nothing  7 summary JSON  8 version entry JSON
      9 status a|m|r  10 into or ''  11 updated (ms)  12 first published (ms)  13 size
      14 now (ms)  15 least pause before the next document (ms)  16 longest pause of a story that keeps changing (ms)
      17 length to trim the stream to  18 of a second version: what the first changed (JSON), which the entry of that leaves out; else ''
      19 #events, then (type, data)   then #absorbed, then (story)   then #related, then (story, probability)
     then #unrelated, then (story)
Out   {'ok', event ids …}, {'stale'} (published by another worker meanwhile) or {'changed'} (no longer in that status, or forgotten)
]]
-- A running subject can have hundreds of stories; a document shows ten related ones.
local MAX_BACK_LINKS = 100

local dirty, events, byUpdated, byFirst, bySize = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local prefix, id, built, before = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local story, doc = prefix .. 's:' .. id, prefix .. 'doc:' .. id

local ledger = redis.call('HMGET', story, 'v', 'st')
if not ledger[1] then return { 'changed' } end
local version, status = tonumber(ledger[1]), ledger[2]
if tonumber(redis.call('HGET', doc, 'lv') or '0') ~= before then return { 'stale' } end
if version ~= built and status ~= ARGV[9] then return { 'changed' } end

-- Each document that follows soon on another doubles the pause, and a quiet time makes it short again.
local now, pause, longest = tonumber(ARGV[14]), tonumber(ARGV[15]), tonumber(ARGV[16])
local last = redis.call('HMGET', doc, 'at', 'pause')
if ARGV[6] ~= '' and last[1] and now < tonumber(last[1]) + tonumber(last[2]) + longest then
  pause = math.max(pause, math.min(2 * tonumber(last[2]), longest))
end

if version > built then
  redis.call('ZADD', dirty, now + pause, id)
else
  redis.call('ZREM', dirty, id)
end
redis.call('HDEL', prefix .. 'failures', id)

local function unlist(gone)
  redis.call('ZREM', byUpdated, gone)
  redis.call('ZREM', byFirst, gone)
  redis.call('ZREM', bySize, gone)
end

if ARGV[6] ~= '' then
  redis.call('HSET', doc, 'd', ARGV[6], 'v', ARGV[5], 'lv', built, 'st', ARGV[9], 'into', ARGV[10], 'sum', ARGV[7],
    'at', now, 'pause', pause)
  local versions = prefix .. 'pub:' .. id
  local first = ARGV[18] ~= '' and redis.call('LINDEX', versions, -1)
  if first and not string.find(first, '"change":', 1, true) then
    redis.call('LSET', versions, -1, string.sub(first, 1, -2) .. ',"change":' .. ARGV[18] .. '}')
  end
  redis.call('RPUSH', versions, ARGV[8])
  if ARGV[9] == 'a' then
    redis.call('ZADD', byUpdated, ARGV[11], id)
    redis.call('ZADD', byFirst, ARGV[12], id)
    redis.call('ZADD', bySize, ARGV[13], id)
  else
    unlist(id)
  end
end

local out, at = { 'ok' }, 20
for _ = 1, tonumber(ARGV[19]) do
  out[#out + 1] = redis.call('XADD', events, 'MAXLEN', '~', ARGV[17], '*', 't', ARGV[at], 's', id, 'd', ARGV[at + 1])
  at = at + 2
end
local function each(width, act)
  local first, last = at + 1, at + width * tonumber(ARGV[at])
  for i = first, last, width do act(ARGV[i], ARGV[i + 1]) end
  at = last + 1
end

each(1, function(gone)
  if redis.call('HGET', prefix .. 's:' .. gone, 'st') == 'a' then return end
  local absorbed = prefix .. 'doc:' .. gone
  if redis.call('EXISTS', absorbed) == 1 then redis.call('HSET', absorbed, 'st', 'm', 'into', id) end
  unlist(gone)
end)
each(2, function(other, probability)
  local links = prefix .. 'rel:' .. other
  local known = redis.call('EXISTS', prefix .. 's:' .. other) == 1
  if known and redis.call('HLEN', links) < MAX_BACK_LINKS then redis.call('HSET', links, id, probability) end
end)
each(1, function(other) redis.call('HDEL', prefix .. 'rel:' .. other, id) end)
return out
