#!/bin/sh
echo "hello" > /tmp/it
