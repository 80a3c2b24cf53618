--[[
Counts a request of the running window of a client.
KEYS  1 counter
ARGV  1 length of the window in ms
Out   requests so far, this one included; ms until the window ends
]]
local counter = KEYS[1]
local count = redis.call('INCR', counter)
local leftMs = redis.call('PTTL', counter)
if leftMs < 0 then
  leftMs = tonumber(ARGV[1])
  redis.call('PEXPIRE', counter, leftMs)
end
return { count, leftMs }
