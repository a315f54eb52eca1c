"""Prints what AWS's own command line would send for each command of a script, one JSON object a line.

Nothing is sent: every call is stopped where its parameters are final and checked, just before they are put into HTTP.

Usage: python requests.py COMMANDS, in the folder whose files the commands name.
"""

import base64
import contextlib
import datetime
import decimal
import io
import json
import os
import shlex
import sys

os.environ.update(
    AWS_ACCESS_KEY_ID="none",
    AWS_SECRET_ACCESS_KEY="none",
    AWS_DEFAULT_REGION="us-east-2",
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    AWS_PAGER="",
)

import awscli.clidriver  # noqa: E402  (it puts its botocore into the way first)
import botocore.loaders  # noqa: E402
import botocore.utils  # noqa: E402
import botocore.validate  # noqa: E402

SERVICES = {"s3": "s3api", "elasticloadbalancingv2": "elbv2"}


class Stopped(BaseException):
    """The call that would have been sent."""

    def __init__(self, parameters, model):
        super().__init__()
        self.parameters = parameters
        self.model = model


def stop(self, parameters, operation_model):
    """Checks the parameters as botocore does, then goes no further."""
    if operation_model.input_shape is not None:
        report = self._param_validator.validate(parameters, operation_model.input_shape)
        if report.has_errors():
            raise botocore.validate.ParamValidationError(report=report.generate_report())
    raise Stopped(parameters, operation_model)


botocore.validate.ParamValidationDecorator.serialize_to_request = stop

# One loader for all commands: AWS's models are large.
make_loader = botocore.loaders.create_loader
LOADERS = []


def shared_loader(search_path_string=None):
    if not LOADERS:
        LOADERS.append(make_loader(search_path_string))
    return LOADERS[0]


botocore.loaders.create_loader = shared_loader


def plain(value, shape):
    """A parameter as JSON: instants in UTC, bytes as base64."""
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        return {name: plain(inner, shape.members[name]) for name, inner in value.items()}
    if kind == "map":
        return {name: plain(inner, shape.value) for name, inner in value.items()}
    if kind == "list":
        return [plain(inner, shape.member) for inner in value]
    if kind == "timestamp":
        instant = botocore.utils.parse_to_aware_datetime(value)
        return instant.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if hasattr(value, "read"):
        value = value.read()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if isinstance(value, decimal.Decimal):
        return float(value)
    return value


def request(words):
    """The call that a command makes, or what it says instead."""
    output, errors = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            code = awscli.clidriver.create_clidriver().main(words)
    except Stopped as stopped:
        service = stopped.model.service_model.endpoint_prefix
        service = stopped.model.service_model.service_name
        shape = stopped.model.input_shape
        parameters = plain(stopped.parameters, shape) if shape is not None else {}
        return {
            "service": SERVICES.get(service, service),
            "operation": stopped.model.name,
            "request": parameters,
        }
    except SystemExit as end:
        code = end.code
    if code == 0:
        return {"output": output.getvalue()}
    return {"error": errors.getvalue().strip(), "exit": code}


def commands(text):
    """The commands of a script with their lines; a line that ends in a backslash goes on in the next."""
    start, kept = 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        start = start or number
        kept += line
        if kept.endswith("\\"):
            kept = kept[:-1]
            continue
        # A quoted text may go on in the next line.
        try:
            words = shlex.split(kept, comments=True)
        except ValueError:
            kept += "\n"
            continue
        if words:
            yield start, words
        start, kept = 0, ""


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    os.chdir(sys.argv[2])
    for line, words in commands(text):
        print(json.dumps({"line": line, **request(words[1:])}, sort_keys=True), flush=True)


if __name__ == "__main__":
    main()
