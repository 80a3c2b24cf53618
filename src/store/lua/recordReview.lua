--[[
Enters a story into the review queue, changes its entry or takes it out, with the event that tells of it, unless the story has changed
since it was looked at.
KEYS  1 review queue (zset story → risk)  2 entries (hash)  3 events (stream)
ARGV  1 story key  2 ledger version looked at  3 story  4 risk or '' to take it out  5 entry JSON  6 event data or '' for no event
      7 length to trim the stream to  8 entries kept, those of the highest risk
Out   1 done, 0 the story has changed meanwhile
]]
local queue, entries, events = KEYS[1], KEYS[2], KEYS[3]
local story = ARGV[3]
if (redis.call('HGET', ARGV[1], 'v') or '0') ~= ARGV[2] then return 0 end

if ARGV[4] == '' then
  redis.call('ZREM', queue, story)
  redis.call('HDEL', entries, story)
  return 1
end

redis.call('ZADD', queue, ARGV[4], story)
redis.call('HSET', entries, story, ARGV[5])
local excess = redis.call('ZCARD', queue) - tonumber(ARGV[8])
if excess > 0 then
  local dropped = redis.call('ZPOPMIN', queue, excess)
  for i = 1, #dropped, 2 do redis.call('HDEL', entries, dropped[i]) end
end
if ARGV[6] ~= '' and redis.call('ZSCORE', queue, story) then
  redis.call('XADD', events, 'MAXLEN', '~', ARGV[7], '*', 't', 'review.needed', 's', story, 'd', ARGV[6])
end
return 1
