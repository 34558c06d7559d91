"""What several articles say of one thing: a draft and its sources, or many sources side by side.

Each room asks only those that stand below it:

    drafts | events
    levels | names | side_by_side
    stories
    figures
"""
