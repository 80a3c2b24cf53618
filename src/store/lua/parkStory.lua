--[[
Sets a story aside whose document cannot be built, with the error, where an admin can see and retry it. What is published of it stays.
KEYS  1 dirty (zset)  2 failures (hash)  3 story (hash)
ARGV  1 story  2 ledger version that could not be built  3 error JSON
Out   1 set aside, 0 it has changed or was published meanwhile
]]
local dirty, failures, story = KEYS[1], KEYS[2], KEYS[3]
if redis.call('HGET', story, 'v') ~= ARGV[2] then return 0 end
if redis.call('ZREM', dirty, ARGV[1]) == 0 then return 0 end
redis.call('HSET', failures, ARGV[1], ARGV[3])
return 1
