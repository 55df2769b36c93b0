#!/bin/bash
# recon FOLDER: counts the frames of a run.
set -euo pipefail
frames=("${1:?recon: which folder?}"/*.cbf)
echo "${#frames[@]} frames in $1"
