"""The hook, the action and the job that the README shows: valid, and each really run on a repository of its own."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import BAD, GOOD, PLAN, Ran

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
# What a build of the package needs; a checkout's own history is not part of it.
PARTS = ("pamcheck", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
GIT = ("-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
# GitHub runs a step's script so.
BASH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
EXPRESSION = re.compile(r"\$\{\{ (?P<name>[\w.-]+) \}\}")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a shell")


def blocks() -> list[Any]:
    return [
        yaml.safe_load(block)
        for block in re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    ]


def ran(*command: str, folder: Path, **environment: str) -> Ran:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a job. What pamcheck depends on is lent from here, so that only pamcheck itself is installed."""
    lent = tmp_path_factory.mktemp("lent")
    for installed in Path(sysconfig.get_path("purelib")).iterdir():
        if not re.match(r"_*(?:pamcheck|editable|pip|setuptools|distutils)", installed.name):
            (lent / installed.name).symlink_to(installed)
    foreign = ("GIT_", "GITHUB_", "CI", "COLUMNS", "PRE_COMMIT")
    own = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {**own, "PYTHONPATH": str(lent), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A repository that holds pamcheck as it is here, under a tag."""
    folder = tmp_path_factory.mktemp("published")
    for part in PARTS:
        source = ROOT / part
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, folder / part, ignore=ignored) if source.is_dir() else shutil.copy(
            source, folder / part
        )
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "first"), ("tag", "v0.1.0")):
        assert ran("git", *GIT, *arguments, folder=folder, **environment).code == 0
    return folder


@pytest.fixture
def reports(tmp_path: Path, environment: dict[str, str]) -> Path:
    """A repository that holds two reports, a plan, and files that are none."""
    (tmp_path / "reports").mkdir()
    for name, text in (("bad one.md", BAD), ("good.md", GOOD), ("~$good.md", "a lock"), ("notes.txt", "Notes.")):
        (tmp_path / "reports" / name).write_text(text, encoding="utf-8")
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "first")):
        assert ran("git", *GIT, *arguments, folder=tmp_path, **environment).code == 0
    return tmp_path


def test_the_action_and_the_job_are_valid(tmp_path: Path) -> None:
    job, workflow = tmp_path / "gitlab.yml", tmp_path / "workflow.yml"
    _, github, gitlab = blocks()
    job.write_text(yaml.safe_dump(gitlab), encoding="utf-8")
    workflow.write_text(yaml.safe_dump({"name": "Reports", "on": "push", **github}), encoding="utf-8")
    program = Path(sys.executable).with_name("check-jsonschema")
    for schema, file in (("github-actions", ROOT / "action.yml"), ("github-workflows", workflow), ("gitlab-ci", job)):
        done = ran(str(program), "--builtin-schema", f"vendor.{schema}", str(file), folder=tmp_path, **os.environ)
        assert (done.code, done.out) == (0, "ok -- validation done\n")


def test_the_workflow_in_the_readme_uses_inputs_that_the_action_has() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = blocks()[1]["jobs"]["pamcheck"]["steps"]
    assert set(steps[-1]["with"]) <= set(action["inputs"])


def test_no_input_of_the_action_is_part_of_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert [step["name"] for step in action["runs"]["steps"] if "${{" in step.get("run", "")] == []


def test_the_hook_runs_in_pre_commit(
    published: Path, reports: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    settings = blocks()[0]
    (repository,) = settings["repos"]
    repository["repo"] = str(published)
    repository["hooks"][0]["args"] += ["--plan", "plan.toml"]
    (reports / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    pre_commit = str(Path(sys.executable).with_name("pre-commit"))
    home = {"PRE_COMMIT_HOME": str(tmp_path / ".cache")}
    assert ran("git", *GIT, "add", ".", folder=reports, **environment).code == 0
    done = ran(pre_commit, "run", "--all-files", "--color=never", folder=reports, **environment, **home)
    assert done.code == 1, done.out + done.err
    lines = [line for line in done.out.splitlines() if not line.startswith("[INFO]")]
    assert re.fullmatch(r"pamcheck\.+Failed", lines[0])
    assert [line for line in lines if line.startswith("reports/")] == [line for line in lines if ".md:" in line]
    assert len([line for line in lines if line.startswith("reports/bad one.md:")]) == 2
    (reports / "reports" / "bad one.md").write_text(GOOD, encoding="utf-8")
    done = ran(pre_commit, "run", "--all-files", "--color=never", folder=reports, **environment, **home)
    assert (done.code, done.out.splitlines()[0].endswith("Passed")) == (0, True)


class Job:
    """The script steps of the composite action, run in order as GitHub runs them."""

    def __init__(self, reports: Path, published: Path, environment: dict[str, str]) -> None:
        self.reports = reports
        self.temp = reports / ".temp"
        self.temp.mkdir()
        self.outputs = {"steps.python.outputs.python-path": sys.executable}
        self.environment = environment | {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(published),
            "GITHUB_WORKSPACE": str(reports),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "RUNNER_TEMP": str(self.temp),
        }

    def run(self, **inputs: str) -> Ran:
        action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
        known = {f"inputs.{name}": each["default"] for name, each in action["inputs"].items()}
        known |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        assert set(known) == {f"inputs.{name}" for name in action["inputs"]}
        done = Ran(0, "", "")
        for step in action["runs"]["steps"]:
            if "run" in step and done.code == 0 and not self._is_done(step):
                done = self._step(step, known)
        return done

    def _is_done(self, step: dict[str, Any]) -> bool:
        return step["id"] == "install" and "steps.install.outputs.pamcheck" in self.outputs

    def _step(self, step: dict[str, Any], known: dict[str, str]) -> Ran:
        outputs = self.temp / "outputs"
        outputs.unlink(missing_ok=True)
        values = known | self.outputs
        own = {name: EXPRESSION.sub(lambda each: values[each["name"]], value) for name, value in step["env"].items()}
        variables = self.environment | own | {"GITHUB_OUTPUT": str(outputs)}
        done = ran(*BASH, step["run"], folder=self.reports, **variables)
        for line in outputs.read_text(encoding="utf-8").splitlines() if outputs.exists() else ():
            name, value = line.split("=", 1)
            self.outputs[f"steps.{step['id']}.outputs.{name}"] = value
        return done


def test_the_action_annotates_summarizes_and_writes_sarif(
    published: Path, reports: Path, environment: dict[str, str]
) -> None:
    job = Job(reports, published, environment)
    done = job.run(paths="reports\n", plan="plan.toml")
    assert done.code == 1, done.err
    assert "::error file=reports/bad one.md,line=3,title=missing-sub-objective::" in done.out
    assert (job.temp / "summary.md").read_text(encoding="utf-8").startswith("**1 error, 1 warning. ")
    sarif = json.loads(Path(job.outputs["steps.check.outputs.sarif"]).read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 2

    assert job.run(paths="reports/good.md\nreports/bad one.md", plan="plan.toml", fail_on="never").code == 0
    assert job.run(paths="reports/good.md", plan="plan.toml", format="concise").out == ""
    done = job.run(paths="reports", changed_since="HEAD")
    assert (done.code, "Nothing here has changed since HEAD." in done.err) == (0, True)
    done = job.run(paths="$(touch evil)\n`touch evil`; touch evil", plan="'; touch evil")
    assert (done.code, (reports / "evil").exists()) == (2, False)
    assert job.run(paths="--help").code == 2


def test_the_job_for_gitlab_writes_its_reports(published: Path, reports: Path, environment: dict[str, str]) -> None:
    job = blocks()[2]["pamcheck"]
    programs = reports / ".venv" / "bin"
    assert ran(sys.executable, "-m", "venv", str(programs.parent), folder=reports, **environment).code == 0
    variables = (
        environment
        | job["variables"]
        | {
            "PAMCHECK": f"file://{published}",
            "CI_PROJECT_DIR": str(reports),
            "PATH": f"{programs}:{environment['PATH']}",
        }
    )
    done = ran("bash", "-e", "-c", "\n".join(job["script"]), folder=reports, **variables)
    # Without its plan, the report has no error: the warning fails nothing, and is shown.
    assert (done.code, done.err) == (0, "")
    wanted = job["artifacts"]["reports"]
    issues = json.loads((reports / wanted["codequality"]).read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in issues} == {"reports/bad one.md"}
    assert (reports / wanted["junit"]).read_text(encoding="utf-8").startswith("<?xml ")
    assert "reports/bad one.md" in done.out
