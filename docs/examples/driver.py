#!/usr/bin/env python3
"""Drives a client for bits-tck: orders come in as JSON lines, outcomes go out as JSON lines.

    bits-tck client --driver -- python3 docs/examples/driver.py

Put your own client where naive_client is; docs/client-driver.md says all words there are.
"""

import http.client
import json
import sys
import threading

import naive_client

# What the client can do beside a plain upload. Nothing else is tested, or held against it.
CAPABILITIES = ["fragment-size", "timeouts", "report"]

one_line_at_a_time = threading.Lock()


def tell(**words):
    """Standard output belongs to the kit; what people should read goes to standard error."""
    with one_line_at_a_time:
        print(json.dumps({k: v for k, v in words.items() if v is not None}), flush=True)


def upload(order):
    """One upload from start to outcome; several run at once, each in a thread of its own."""
    id = order["id"]
    try:
        naive_client.upload(
            order["url"],
            order["file"],
            order.get("fragmentSize", 1 << 20),
            order.get("answerTimeoutMs", 60_000) / 1000,
        )
        tell(id=id, outcome="success")
    except naive_client.Refused as e:
        tell(id=id, outcome="failed", cause="http", status=e.status, error=e.error, context=e.context)
    except TimeoutError as e:
        tell(id=id, outcome="failed", cause="timeout", message=str(e))
    except (OSError, http.client.HTTPException) as e:
        tell(id=id, outcome="failed", cause="transport", message=repr(e))
    except Exception as e:  # whatever else it is, the kit has to be told
        tell(id=id, outcome="failed", cause="invalid-answer", message=repr(e))


def main():
    tell(driver="bits-tck-driver/1", name="naive client", capabilities=CAPABILITIES)
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "start":
            threading.Thread(target=upload, args=(order,), daemon=True).start()
        else:
            tell(id=order["id"], problem="cannot " + order["do"])
    # standard input has ended, and with it all that is still under way


if __name__ == "__main__":
    main()
