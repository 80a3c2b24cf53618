--[[
Empties a webhook's lanes and moves it back in the event stream, before everything it has not delivered; with a new status,
also tells of that in the event stream. What is still kept there is then read and sent again.
KEYS  1 webhook (hash)  2 lanes (zset)  3 tries (hash)  4 events (stream)
ARGV  1 prefix of the webhook's keys  2 prefix of messages  3 position to go back to, or ''
      4 new status or '' to keep it  5 why  6 now (ms)  7 event type or ''  8 event data  9 length to trim the stream to
Out   'ok', 'gone', or 'same' (it has that status already)
]]
local hook, lanes, tries, events = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

local state = redis.call('HMGET', hook, 'status', 'pos')
if not state[1] then return 'gone' end
if ARGV[4] ~= '' and state[1] == ARGV[4] then return 'same' end

-- include eventOrder

-- The greatest id before another. No millisecond has as many events as the sequence given here.
local function before(id)
  local ms, sequence = string.match(id, '^(%d+)-(%d+)$')
  if tonumber(sequence) > 0 then return ms .. '-' .. string.format('%.0f', tonumber(sequence) - 1) end
  return string.format('%.0f', tonumber(ms) - 1) .. '-999999999'
end

local position = state[2]
if ARGV[3] ~= '' and isBefore(ARGV[3], position) then position = ARGV[3] end
for _, lane in ipairs(redis.call('ZRANGE', lanes, 0, -1)) do
  local queue = ARGV[1] .. 'q:' .. lane
  for _, id in ipairs(redis.call('LRANGE', queue, 0, -1)) do
    local message = ARGV[2] .. id
    if redis.call('HINCRBY', message, 'n', -1) < 1 then redis.call('DEL', message) end
    -- Tests and deliveries sent again by hand have lanes of their own that begin with '!'.
    local isEvent = string.sub(lane, 1, 1) ~= '!' and string.match(id, '^%d+-%d+$')
    if isEvent and not isBefore(position, id) then position = before(id) end
  end
  redis.call('DEL', queue)
end
redis.call('DEL', lanes, tries, ARGV[1] .. 'behind')
redis.call('HSET', hook, 'pos', position, 'pending', 0)
redis.call('HDEL', hook, 'hold')

if ARGV[4] ~= '' then
  redis.call('HSET', hook, 'status', ARGV[4], 'why', ARGV[5], 'since', ARGV[6])
  redis.call('HDEL', hook, 'failing')
end
if ARGV[7] ~= '' then
  redis.call('XADD', events, 'MAXLEN', '~', ARGV[9], '*', 't', ARGV[7], 's', '', 'd', ARGV[8])
end
return 'ok'
