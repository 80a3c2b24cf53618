--[[
Stores an article's fingerprint unless that of a newer revision is there: a worker held up with an older one changes nothing.
KEYS  1 fingerprint (string: revision as 4 bytes, little endian, then the encoded fingerprint)
ARGV  1 record  2 time to live (ms)
Out   1 stored, 0 a newer one is there
]]
local stored = redis.call('GETRANGE', KEYS[1], 0, 3)
if #stored == 4 and struct.unpack('<I4', stored) > struct.unpack('<I4', ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
