-- What wrk asks: at random, one of the requests of a file. Arguments: the token, the file.
-- Each line of it: the path, and the body as a form.
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

local asked = {}

function init(args)
    local headers = {
        ["Authorization"] = "Bearer " .. args[1],
        ["Content-Type"] = "application/x-www-form-urlencoded",
    }
    for line in io.lines(args[2]) do
        local path, body = line:match("^(%S+) (%S*)$")
        asked[#asked + 1] = wrk.format("POST", path, headers, body)
    end
    math.randomseed(4711 * number)
end

function request()
    return asked[math.random(#asked)]
end

function done(summary, latency, _)
    local errors = summary.errors
    io.write(string.format(
        'RESULT {"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"max":%d,"errors":%d}\n',
        summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout
    ))
end
