--[[
Puts messages into the lanes of a webhook, each behind the earlier ones of its lane, and moves the webhook's position in the
event stream. The payload of a message is kept once, however many webhooks wait for it.
KEYS  1 webhook (hash)  2 lanes (zset)  3 events (stream)
ARGV  1 prefix of the webhook's keys  2 prefix of messages  3 position the rows were read from, or '' to leave it alone
      4 new position  5 now (ms)  6 most messages that may wait  7 life of a payload (ms)
      8 … (lane, message, type, data, lanes it follows too, apart by spaces), data '' for what the stream holds under that id
Out   'ok', 'gone' (no such webhook), 'inactive', 'moved' (another worker was quicker), 'full' or 'missing' (not in the stream)
]]
local hook, lanes, events = KEYS[1], KEYS[2], KEYS[3]
local prefix, messages, now = ARGV[1], ARGV[2], ARGV[5]

local state = redis.call('HMGET', hook, 'status', 'pos', 'pending')
if not state[1] then return 'gone' end
if ARGV[3] ~= '' then
  if state[1] ~= 'active' then return 'inactive' end
  if state[2] ~= ARGV[3] then return 'moved' end
end
local rows = (#ARGV - 7) / 5
if rows > 0 and tonumber(state[3] or '0') + rows > tonumber(ARGV[6]) then return 'full' end

local function keep(id, type, data)
  local key = messages .. id
  if redis.call('EXISTS', key) == 0 then
    if data == '' then
      local entry = redis.call('XRANGE', events, id, id)[1]
      if not entry then return false end
      for i = 1, #entry[2], 2 do
        if entry[2][i] == 't' then type = entry[2][i + 1] end
        if entry[2][i] == 'd' then data = entry[2][i + 1] end
      end
    end
    redis.call('HSET', key, 't', type, 'd', data)
  end
  redis.call('HINCRBY', key, 'n', 1)
  redis.call('PEXPIRE', key, ARGV[7])
  return true
end

-- A message that ends other lanes waits for what is in them; `claimDeliveries.lua` looks, `settleDelivery.lua` wakes it.
local function follow(lane, id, others)
  local waiting = {}
  for other in string.gmatch(others, '%S+') do
    if redis.call('EXISTS', prefix .. 'q:' .. other) == 1 then waiting[#waiting + 1] = other end
  end
  if #waiting > 0 then redis.call('HSET', prefix .. 'behind', id, lane .. ' ' .. table.concat(waiting, ' ')) end
end

local kept = 0
for i = 8, #ARGV, 5 do
  local lane, id = ARGV[i], ARGV[i + 1]
  if keep(id, ARGV[i + 2], ARGV[i + 3]) then
    kept = kept + 1
    if ARGV[i + 4] ~= '' then follow(lane, id, ARGV[i + 4]) end
    if redis.call('RPUSH', prefix .. 'q:' .. lane, id) == 1 then redis.call('ZADD', lanes, now, lane) end
  end
end
if kept > 0 then redis.call('HINCRBY', hook, 'pending', kept) end
if ARGV[3] ~= '' then redis.call('HSET', hook, 'pos', ARGV[4]) end
if kept < rows and ARGV[3] == '' then return 'missing' end
return 'ok'
