--[[
Writes down how an attempt ended and what comes next in its lane.
KEYS  1 webhook (hash)  2 lanes (zset)  3 tries (hash)  4 deliveries (hash)  5 log (zset)
ARGV  1 prefix of the webhook's keys  2 prefix of messages  3 lane  4 message  5 claim
      6 done | drop (given up) | retry | release (not tried)  7 now (ms)  8 due again (ms)  9 attempts made
      10 log record JSON or ''  11 most log records  12 oldest log record (ms)  13 no attempt before (ms) or ''
Out   {'ok' | 'gone' | 'lost' (the claim ran out and is another's), failing since (ms) or ''}
]]
local hook, lanes, tries, records, log = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local lane, id, outcome, now = ARGV[3], ARGV[4], ARGV[6], ARGV[7]
local queue, message = ARGV[1] .. 'q:' .. lane, ARGV[2] .. id

if redis.call('EXISTS', hook) == 0 then return { 'gone', '' } end
if string.match(redis.call('HGET', tries, lane) or '', ' (%d+)$') ~= ARGV[5] then return { 'lost', '' } end

if ARGV[10] ~= '' then
  redis.call('HSET', records, id, ARGV[10])
  redis.call('ZADD', log, 'NX', now, id)
  local old = redis.call('ZRANGEBYSCORE', log, '-inf', ARGV[12], 'LIMIT', 0, 100)
  if #old == 0 then old = redis.call('ZRANGE', log, 0, -1 - tonumber(ARGV[11])) end
  if #old > 0 then
    redis.call('HDEL', records, unpack(old))
    redis.call('ZREM', log, unpack(old))
  end
end

-- A merge that waited for the last messages of this lane need not wait until its time comes.
local function wakeFollowers()
  if redis.call('EXISTS', ARGV[1] .. 'behind') == 0 then return end
  local behind = redis.call('HGETALL', ARGV[1] .. 'behind')
  for i = 1, #behind, 2 do
    local follower, others = string.match(behind[i + 1], '^(%S+)( .*)$')
    local waits = string.find(others .. ' ', ' ' .. lane .. ' ', 1, true)
    if waits and redis.call('LINDEX', ARGV[1] .. 'q:' .. follower, 0) == behind[i] then
      redis.call('ZADD', lanes, now, follower)
    end
  end
end

if outcome == 'done' or outcome == 'drop' then
  redis.call('LPOP', queue)
  if redis.call('HINCRBY', message, 'n', -1) < 1 then redis.call('DEL', message) end
  redis.call('HINCRBY', hook, 'pending', -1)
  redis.call('HDEL', tries, lane)
  if redis.call('EXISTS', queue) == 1 then
    redis.call('ZADD', lanes, now, lane)
  else
    redis.call('ZREM', lanes, lane)
  end
  wakeFollowers()
  redis.call('HINCRBY', hook, outcome == 'done' and 'delivered' or 'failed', 1)
else
  redis.call('HSET', tries, lane, ARGV[9])
  redis.call('ZADD', lanes, outcome == 'retry' and ARGV[8] or now, lane)
end

if outcome == 'done' then redis.call('HDEL', hook, 'failing', 'hold') end
if outcome == 'drop' or outcome == 'retry' then redis.call('HSETNX', hook, 'failing', now) end
if ARGV[13] ~= '' then redis.call('HSET', hook, 'hold', ARGV[13]) end
return { 'ok', redis.call('HGET', hook, 'failing') or '' }
