--[[
Gives out the first message of lanes that are due. Until the claim is settled or runs out nobody else gets the lane.
KEYS  1 webhook (hash)  2 lanes (zset)  3 tries (hash)  4 deliveries (hash)
ARGV  1 prefix of the webhook's keys  2 prefix of messages  3 now (ms)  4 end of the claims (ms)  5 most lanes
Out   for each: lane, message, attempts made, claim, type or '', data or '', log record or ''
]]
local hook, lanes, tries, log = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now = tonumber(ARGV[3])

-- include eventOrder

-- When to look again at a message that must follow the older ones of other lanes; nil once those have been delivered.
local function waitsUntil(id)
  local words = redis.call('HGET', ARGV[1] .. 'behind', id)
  if not words then return nil end
  for other in string.gmatch(string.match(words, ' .*$'), '%S+') do
    local head = redis.call('LINDEX', ARGV[1] .. 'q:' .. other, 0)
    if head and isBefore(head, id) then
      return math.max(now + 1, tonumber(redis.call('ZSCORE', lanes, other) or now))
    end
  end
  redis.call('HDEL', ARGV[1] .. 'behind', id)
  return nil
end

if tonumber(redis.call('HGET', hook, 'hold') or '0') > now then return {} end
local out = {}
for _, lane in ipairs(redis.call('ZRANGEBYSCORE', lanes, '-inf', now, 'LIMIT', 0, ARGV[5])) do
  local id = redis.call('LINDEX', ARGV[1] .. 'q:' .. lane, 0)
  local later = id and waitsUntil(id)
  if not id then
    redis.call('ZREM', lanes, lane)
    redis.call('HDEL', tries, lane)
  elseif later then
    redis.call('ZADD', lanes, later, lane)
  else
    local attempts = string.match(redis.call('HGET', tries, lane) or '0', '^%d+')
    local claim = redis.call('HINCRBY', hook, 'claims', 1)
    redis.call('HSET', tries, lane, attempts .. ' ' .. claim)
    redis.call('ZADD', lanes, ARGV[4], lane)
    local message = redis.call('HMGET', ARGV[2] .. id, 't', 'd')
    local row = { lane, id, attempts, tostring(claim), message[1] or '', message[2] or '', redis.call('HGET', log, id) or '' }
    for _, value in ipairs(row) do out[#out + 1] = value end
  end
end
return out
