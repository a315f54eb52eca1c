"""Prints what AWS's own command line would send for each command of some scripts, one JSON object a line.

Nothing is sent: every call is stopped where its parameters are final and checked, just before they are put into HTTP.

Usage: python requests.py SCRIPTS FILES: the folder of the scripts, and that of the files which the commands name.
"""

import base64
import contextlib
import datetime
import decimal
import io
import json
import mimetypes
import multiprocessing
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

SERVICES = {"s3": "s3api"}
# What the client adds to calls of S3, and no one sees.
ADDED = ("EncodingType", "ChecksumAlgorithm", "ChecksumMode")
# What a file is, by its name, must not hang on what else is installed.
mimetypes.knownfiles.clear()
# The calls stopped, also those of other threads.
STOPPED = []


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
    STOPPED.append(Stopped(parameters, operation_model))
    raise STOPPED[-1]


botocore.validate.ParamValidationDecorator.serialize_to_request = stop

# One loader for all commands: AWS's models are large.
make_loader = botocore.loaders.create_loader
LOADERS = []


def shared_loader(search_path_string=None):
    if not LOADERS:
        LOADERS.append(make_loader(search_path_string))
    return LOADERS[0]


botocore.loaders.create_loader = shared_loader


def made_up(value, shape):
    """Whether a value is a word that the client made up so that a call is carried out once."""
    return shape.metadata.get("idempotencyToken", False) and len(str(value)) == 36


def plain(value, shape):
    """A parameter as JSON: instants in UTC, bytes as base64."""
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        members = [(name, inner, shape.members[name]) for name, inner in value.items()]
        return {name: plain(inner, shape) for name, inner, shape in members if not made_up(inner, shape)}
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
    STOPPED.clear()
    code = None
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            code = awscli.clidriver.create_clidriver().main(words)
        except Stopped:
            pass
        except SystemExit as end:
            code = end.code
    if STOPPED:
        model = STOPPED[0].model
        shape = model.input_shape
        parameters = plain(STOPPED[0].parameters, shape) if shape is not None else {}
        service = model.service_model.service_name
        if service == "s3":
            parameters = {name: value for name, value in parameters.items() if name not in ADDED}
        return {
            "service": SERVICES.get(service, service),
            "operation": model.name,
            "request": parameters,
        }
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


def answer(place):
    """The line to print for a command."""
    name, line, words = place
    return json.dumps({"file": name, "line": line, **request(words[1:])}, sort_keys=True)


def main():
    places = []
    for name in sorted(os.listdir(sys.argv[1])):
        with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
            places += [(name, line, words) for line, words in commands(file.read())]
    with multiprocessing.Pool(initializer=os.chdir, initargs=(sys.argv[2],)) as pool:
        for line in pool.imap(answer, places, chunksize=20):
            print(line, flush=True)


if __name__ == "__main__":
    main()
