"""Prints answers as AWS's own command line does: `--query` with jmespath, `--output` with awscli.formatter.

Version 2 of the command line is not on the Python Package Index. Its json, text and table are version 1's, which is
there; beyond them it has yaml, yaml-stream and off. For yaml it gives the answer to ruamel.yaml as is done here, for
yaml-stream a list of each page. Its jmespath is 1.0.1.

Usage: python printed.py < CASES > ANSWERS, where a case is a line {"title", "query", "answer"}, and an answer is a line
with what was printed in each format and what was complained of.
"""

import io
import json
import sys
import types

import jmespath
from awscli import formatter, text
from ruamel.yaml import YAML

FORMATS = ("json", "text", "table", "yaml", "yaml-stream")


def dump_yaml(value, stream):
    if value is None or isinstance(value, (bool, int, float, str)):
        json.dump(value, stream, ensure_ascii=False)
        stream.write("\n")
        return
    yaml = YAML(typ="safe")
    yaml.encoding = None
    yaml.representer.default_flow_style = False
    yaml.dump(value, stream)


def write(name, title, value, stream):
    arguments = types.SimpleNamespace(color="off", query=None)
    if name == "text":
        text.format_text(value, stream)
    elif name == "yaml":
        if value != {}:
            dump_yaml(value, stream)
    elif name == "yaml-stream":
        if value != {}:
            dump_yaml([value], stream)
    else:
        formatter.get_formatter(name, arguments)._format_response(title, value, stream)


def printed(case):
    value = case["answer"]
    try:
        if case["query"] is not None:
            try:
                query = jmespath.compile(case["query"])
            except Exception as error:
                raise ValueError(f"Bad value for --query {case['query']}: {error}") from error
            value = query.search(value)
    except Exception as error:
        return {name: ["", str(error)] for name in FORMATS}
    answers = {}
    for name in FORMATS:
        stream = io.StringIO()
        complaint = None
        try:
            write(name, case["title"], value, stream)
        except Exception as error:
            complaint = str(error)
        answers[name] = [stream.getvalue(), complaint]
    return answers


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin:
        print(json.dumps(printed(json.loads(line))))


if __name__ == "__main__":
    main()
