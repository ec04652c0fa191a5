FROM python:[=versions.python]-slim
COPY . /srv
EXPOSE [=port]
CMD ["python", "/srv/server.py"]
