"""Groups of commands that tell which command was meant."""

from __future__ import annotations

import click


class Naming(click.Group):
    """A group that, asked for a command it does not have, names the one that is spelled nearly so."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The name of the command, the command and its arguments; click.UsageError where none has the name."""
        name = args[0]
        if not ctx.resilient_parsing and not name.startswith("-") and self.get_command(ctx, name) is None:
            from factcheck.rulebook import meant

            ctx.fail(f"No such command {name!r}{meant(name, self.list_commands(ctx)) or '.'}")
        return super().resolve_command(ctx, args)
