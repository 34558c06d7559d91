"""`factcheck completion`: what a shell needs to complete factcheck's commands, options and rules."""

from __future__ import annotations

import click

from factcheck.cli.codes import LISTING_EXIT_CODES


@click.command(epilog=LISTING_EXIT_CODES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print the completion script for SHELL; put it where the shell looks for such.

    \b
    factcheck completion bash > ~/.local/share/bash-completion/completions/factcheck
    factcheck completion zsh > ~/.zfunc/_factcheck
    factcheck completion fish > ~/.config/fish/completions/factcheck.fish
    """  # noqa: D301 - click wants the letter \b itself, to leave the lines as they are
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:  # pragma: no cover - a shell that click has forgotten
        raise click.UsageError(f"click knows no completion for {shell}.")
    click.echo(made(ctx.find_root().command, {}, "factcheck", "_FACTCHECK_COMPLETE").source())
    return 0
