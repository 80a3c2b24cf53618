--[[
Replaces a field of a hash, if it is still what the caller has read.
KEYS  1 hash
ARGV  1 field  2 value read  3 new value
Out   1, or 0 when another was quicker
]]
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
